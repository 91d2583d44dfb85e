/**
 * What may be attached: the type as its content shows it → the endings a name may carry for it, the usual one first. What is
 * not listed is refused, whatever it calls itself: programs, scripts, pages, archives.
 */
export const FILE_KINDS = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/tiff': ['tif', 'tiff'],
  'image/avif': ['avif'],
  'application/pdf': ['pdf'],
  'application/ofd': ['ofd'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/x-cfb': ['doc', 'xls', 'ppt', 'wps', 'et', 'dps'],
  'text/plain': ['txt', 'csv'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/wav': ['wav'],
  'audio/amr': ['amr'],
  'audio/aac': ['aac'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4'],
  'video/quicktime': ['mov'],
  'video/3gpp': ['3gp'],
  'video/webm': ['webm'],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type FileType = keyof typeof FILE_KINDS;

/** The endings a name may carry, for the file picker; content decides in the end. */
export const FILE_ENDINGS: readonly string[] = Object.values(FILE_KINDS).flat();

/** Whether this is a type we take. */
export const isFileType = (type: string): type is FileType => Object.keys(FILE_KINDS).includes(type);

/** The endings of a type, the usual one first. */
export const endingsOf = (type: FileType): readonly string[] => FILE_KINDS[type];

/** Pictures are re-encoded: scaled to what a screen shows, without place, device or author. */
export const isPicture = (type: FileType): boolean => type.startsWith('image/');
