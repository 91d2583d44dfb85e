/** Words of one domain: each key with its Chinese and its English text. They stand in shared where a ledger's file needs them too. */
export type Words = Record<string, readonly [zh: string, en: string]>;
