/** A text that a spreadsheet would take for a formula gets an apostrophe in front, as one typed by hand would have. */
export const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
