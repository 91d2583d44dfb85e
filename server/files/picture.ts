import type { FileType } from '#shared/files/file.kinds.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** The long side of a picture as it is kept, and of its small one. */
const LONG_SIDE = 2400;
const SMALL_SIDE = 400;
/** More dots than this are refused before they are unpacked. */
const DOTS_MOST = 40_000_000;
/** Pictures unpacked at once: each may take more than a hundred megabytes. */
const AT_ONCE = 2;

/** A picture made anew from its dots: nothing of the file that was sent is left, neither place nor device nor hidden content. */
export interface Picture {
  readonly type: FileType;
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly small: Buffer;
}

let running = 0;
const waiting: (() => void)[] = [];

/** Scales and re-encodes a picture, upright, and makes its small one. Refuses what cannot be read as a picture. */
export async function remakePicture(path: string, type: FileType): Promise<Picture> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await remake(path, type);
  } catch (error) {
    const tooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    throw tooLarge ? new Refusal('too_large', { dots: DOTS_MOST }) : new Refusal('unsupported_type', { type });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function remake(path: string, type: FileType): Promise<Picture> {
  const { default: sharp } = await import('sharp'); // its library is large: loaded with the first picture, not at start
  const upright = () =>
    sharp(path, { limitInputPixels: DOTS_MOST, failOn: 'error', sequentialRead: true }).autoOrient();
  const side = (most: number) => ({ width: most, height: most, fit: 'inside', withoutEnlargement: true }) as const;
  const flat = type === 'image/jpeg' || type === 'image/tiff' || type === 'image/avif';
  const scaled = upright().resize(side(LONG_SIDE));
  const { data, info } = await (flat ? scaled.jpeg({ quality: 85, mozjpeg: false }) : scaled.png()).toBuffer({
    resolveWithObject: true,
  });
  const small = await upright()
    .resize(side(SMALL_SIDE))
    .flatten({ background: '#fff' })
    .jpeg({ quality: 75 })
    .toBuffer();
  return { type: flat ? 'image/jpeg' : 'image/png', bytes: data, width: info.width, height: info.height, small };
}
