import { existsSync } from 'node:fs';
import { foldersOf } from '#server/data-folder.ts';
import { verifyAuditIn } from '#server/db/inspect.ts';
import { wallClock } from '#server/kernel/clock.ts';
import { openVault } from '#server/vault/vault.ts';

/** Prints the end of the proven audit chain on one line, signed, to be kept on paper by another office: `verify-audit --head` holds it against the chain later. */
export async function auditHead(data: string): Promise<number> {
  const { database, key } = foldersOf(data);
  if (!existsSync(database)) throw new Error(`没有数据 · no data in ${data}`);
  if (!existsSync(key)) throw new Error(`没有密钥，无法签名 · no key to sign with: ${key}`);
  const { lines, broken, head } = await verifyAuditIn(database);
  if (broken) throw new Error(`审计链在第 ${broken.id} 条断开 · the chain breaks at line ${broken.id}`);
  const said = headText(lines, head, wallClock.today());
  console.log(`${said}:${openVault(key).sign(said)}`);
  return 0;
}

/** The signed part of a printed head: how many lines, the last one's hash, the day. */
export const headText = (lines: number, hash: string, on: string): string => `${lines}:${hash}:${on}`;
