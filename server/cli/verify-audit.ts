import { existsSync } from 'node:fs';
import { foldersOf } from '#server/data-folder.ts';
import { hashOfLine, verifyAuditIn } from '#server/db/inspect.ts';
import { openVault } from '#server/vault/vault.ts';
import { headText } from './audit-head.ts';

/** Proves the audit chain of a data folder, and that it still contains a head printed earlier; answers 1 and names what is wrong. */
export async function verifyAuditOf(data: string, [kept]: string[] = []): Promise<number> {
  const { database, key } = foldersOf(data);
  if (!existsSync(database)) throw new Error(`没有数据 · no data in ${data}`);
  const { lines, broken, head } = await verifyAuditIn(database);
  if (broken) {
    console.error(`审计链在第 ${broken.id} 条断开 · the chain breaks at line ${broken.id} (${broken.why})`);
    return 1;
  }
  console.log(`审计链完整 · the chain holds: ${lines} lines, head ${head}`);
  return kept ? compare(database, key, kept) : 0;
}

function compare(database: string, key: string, kept: string): number {
  const [lines = '', hash = '', on = '', signature = ''] = kept.trim().split(':');
  if (!/^\d+$/.test(lines) || !hash || !on)
    throw new Error('--head <audit-head 打印的一行 · the line audit-head printed>');
  if (hashOfLine(database, Number(lines)) !== hash) {
    console.error(
      `与 ${on} 留存的第 ${lines} 条不符 · line ${lines} is not the one kept on ${on}: cut off or rewritten`,
    );
    return 1;
  }
  console.log(`与 ${on} 留存的一致 · the chain contains the head kept on ${on}`);
  if (signature && existsSync(key) && openVault(key).sign(headText(Number(lines), hash, on)) === signature) return 0;
  console.error('签名不符：留存的一行不是本系统打印的，或密钥已更换 · the signature is not this product’s');
  return 1;
}
