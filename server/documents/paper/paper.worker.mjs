// Papers in a thread of their own, so that making or reading one holds up nobody and a bad template takes down nothing but this thread.
import { Zip } from 'easy-template-x';
import { fillPaper, markDraft, placesOf } from './fill.mjs';
import { checkPackage } from './inspect.mjs';
import { standardPaper } from './standard.mjs';

const standard = new Map();

/** A form's standard paper, made once per thread. */
async function standardOf(form) {
  const key = `${form.code}/${JSON.stringify(form.layout)}`;
  if (!standard.has(key)) standard.set(key, await standardPaper(form));
  return standard.get(key);
}

const CORE = 'docProps/core.xml';

/** Who wrote the template, when and on whose machine is nothing to the paper's reader. */
function forgetAuthors(zip, title) {
  const text = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  zip.setFile(
    CORE,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${text}</dc:title></cp:coreProperties>`,
  );
}

const acts = {
  /** The paper of a record: template or standard, filled, marked as a draft where it is one. */
  async fill({ form, template, data, draft }) {
    const filled = await fillPaper(template ? Buffer.from(template) : await standardOf(form), data);
    const zip = await Zip.load(filled);
    if (draft) await markDraft(zip, draft);
    if (zip.isFileExist(CORE)) forgetAuthors(zip, form.name);
    return zip.export(Buffer);
  },
  /** The standard paper with its places in braces, for an office to make its own from. */
  standard: ({ form }) => standardOf(form),
  /** What is wrong with an office's template, and which places it names. */
  async inspect({ template }) {
    const bytes = Buffer.from(template);
    const fault = checkPackage(bytes);
    if (fault) return { fault, places: [] };
    try {
      return { fault: null, places: await placesOf(bytes) };
    } catch {
      return { fault: 'unreadable', places: [] };
    }
  },
};

export default ({ act, ...ask }) => acts[act](ask);
