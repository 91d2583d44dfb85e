import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Seals what only few may read. The key lives in a file beside the database, never in it; a backup of the folder carries it, so a backup is guarded like the folder. */
export interface Vault {
  /** AES-256-GCM under a fresh key for this record, itself wrapped by the master key; `about` binds it to its row. */
  seal(plain: string, about: string): Buffer;
  /** Throws where the bytes were changed, the key is another, or the seal belongs to another row. */
  open(sealed: Buffer, about: string): string;
  /** A keyed digest for exact look-ups: tells nothing to whoever holds only the database. */
  blind(value: string, purpose: string): string;
  /** A keyed signature over text that leaves the machine, such as the audit's daily head. */
  sign(text: string): string;
}

const VERSION = 1;

/** Reads the master key, or makes it (mode 0600) where this data folder is new. */
export function openVault(keyFile: string): Vault {
  if (!existsSync(keyFile)) {
    mkdirSync(dirname(keyFile), { recursive: true, mode: 0o700 });
    writeFileSync(keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(keyFile, 0o600);
  const master = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64');
  if (master.length !== 32) throw new Error(`${keyFile} does not hold a 32-byte key`);
  return vaultOf(master);
}

/** A vault over a given 32-byte master key. */
export function vaultOf(master: Buffer): Vault {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, 32));
  const wrapping = derive('wrap');
  const blinding = derive('blind');
  const signing = derive('sign');
  return {
    seal(plain, about) {
      const key = randomBytes(32);
      return Buffer.concat([
        Buffer.of(VERSION),
        encrypt(wrapping, key, about),
        encrypt(key, Buffer.from(plain, 'utf8'), about),
      ]);
    },
    open(sealed, about) {
      if (sealed[0] !== VERSION) throw new Error('sealed by an unknown version');
      const key = decrypt(wrapping, sealed.subarray(1, 61), about);
      return decrypt(key, sealed.subarray(61), about).toString('utf8');
    },
    blind: (value, purpose) => createHmac('sha256', blinding).update(`${purpose}\0${value}`).digest('base64url'),
    sign: (text) => createHmac('sha256', signing).update(text).digest('base64url'),
  };
}

/** nonce (12) + tag (16) + text; `about` is authenticated, not stored. */
function encrypt(key: Buffer, plain: Buffer, about: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, sealed: Buffer, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(about));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}
