import type { Page, Request } from 'playwright-core';

const QUIET_MS = 100;

/** Watches what a page asks its server, and answers a wait: until everything asked is answered and for a tenth of a second nothing more is. */
export function settling(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  let last = Date.now();
  const over = (request: Request) => {
    open.delete(request);
    last = Date.now();
  };
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') return; // stays open
    open.add(request);
    last = Date.now();
  });
  page.on('requestfinished', over);
  page.on('requestfailed', over);
  return async () => {
    last = Date.now();
    while (open.size > 0 || Date.now() - last < QUIET_MS) await page.waitForTimeout(20);
  };
}
