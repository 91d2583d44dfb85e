/** The path of a Chromium on this machine; undefined where there is none. */
export function findChromium(): string | undefined;
/** The same, installed first where the distribution allows it; throws where it does not. */
export function chromiumOrInstall(): string;
