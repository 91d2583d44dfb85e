import sharp from 'sharp';
import type { TakenIn } from '#server/files/file.intake.ts';
import type { Store } from '#server/files/store.ts';

/** What a place looks like in the invented pictures. */
export const SCENES = ['corridor', 'shelf', 'kitchen'] as const;
export type Scene = (typeof SCENES)[number];

const box = (x: number, y: number, side: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${side}" height="${side * 0.8}" fill="${fill}" stroke="#5b4630" stroke-width="3"/><path d="M${x} ${y + side * 0.3}h${side}" stroke="#5b4630" stroke-width="2"/>`;
const jar = (x: number, y: number, fill: string, label: string) =>
  `<rect x="${x}" y="${y}" width="34" height="60" rx="6" fill="${fill}"/><rect x="${x + 4}" y="${y + 22}" width="26" height="20" fill="${label}"/>`;

/** Each place before and after: the same room, put right. */
const DRAWN: Record<Scene, (after: boolean) => string> = {
  corridor: (
    after,
  ) => `<rect width="640" height="480" fill="#d9d2c3"/><path d="M0 480 200 300V120L0 0Z" fill="#c4b9a3"/><path d="M640 480 440 300V120L640 0Z" fill="#c4b9a3"/>
    <path d="M0 480 200 300h240l200 180Z" fill="#9b9486"/><rect x="270" y="150" width="100" height="150" fill="#7d8f86"/><rect x="285" y="118" width="70" height="26" fill="#2f7d4f"/>
    ${after ? '' : box(150, 330, 120, '#b98d54') + box(235, 290, 90, '#c79d66') + box(330, 350, 130, '#a97c44') + box(180, 255, 80, '#cfa872')}`,
  shelf: (after) =>
    `<rect width="640" height="480" fill="#e8e3d6"/>${[150, 260, 370]
      .map((y) => `<rect x="40" y="${y}" width="560" height="12" fill="#8a6a44"/>`)
      .join('')}${[90, 200, 310]
      .map((y, row) =>
        Array.from({ length: 12 }, (_, at) =>
          after || (at + row) % 3 ? jar(54 + at * 45, y, '#7fa3b5', after ? '#fffbe8' : '#7fa3b5') : '',
        ).join(''),
      )
      .join('')}${after ? '<rect x="60" y="400" width="520" height="22" fill="#fffbe8" stroke="#8a6a44"/>' : ''}`,
  kitchen: (
    after,
  ) => `<rect width="640" height="480" fill="${after ? '#e6ebea' : '#cfc7b4'}"/><rect y="330" width="640" height="150" fill="${after ? '#b9c4c4' : '#8f8672'}"/>
    <rect x="60" y="210" width="240" height="130" fill="#9fb0b3"/><rect x="340" y="180" width="240" height="160" fill="#a9b6b8"/><circle cx="180" cy="210" r="46" fill="#5f6b6d"/>
    ${after ? '<rect x="360" y="60" width="200" height="70" fill="#fff" stroke="#8aa"/>' : '<path d="M40 330q60-60 120 0t140 0" stroke="#6b5836" stroke-width="14" fill="none"/><circle cx="470" cy="390" r="34" fill="#6b5836"/><circle cx="540" cy="420" r="22" fill="#7d6a45"/>'}`,
};

/** Draws every place before and after and keeps the pictures, so that the records of the sample show some. */
export async function drawPictures(store: Store): Promise<ReadonlyMap<string, TakenIn>> {
  const kept = new Map<string, TakenIn>();
  for (const scene of SCENES) {
    for (const after of [false, true]) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${DRAWN[scene](after)}</svg>`;
      const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
      const small = await sharp(bytes).resize(400).jpeg({ quality: 75 }).toBuffer();
      kept.set(`${scene} ${after}`, {
        name: after ? '整改后.jpg' : '整改前.jpg',
        type: 'image/jpeg',
        size: bytes.length,
        sha256: await store.keepBytes(bytes),
        originalSha256: null,
        originalSize: null,
        width: 640,
        height: 480,
        preview: await store.keepBytes(small),
      });
    }
  }
  return kept;
}
