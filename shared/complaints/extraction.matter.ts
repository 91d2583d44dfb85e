import type { Found } from './extraction.ts';

const GOODS =
  /(?:购买|购得|买到|买|预订|订购|订|办理|办|点)了?(?:[一二两三四五六七八九十几\d]+[个件条斤盒瓶袋台张双份套只公]{1,2})?的?([\u4e00-\u9fa5]{2,10}?)(?=\s*\d|[，,。；;、（(]|共|花了|花费|一[个件条斤盒瓶袋台张份套]|后|时|$)/;
const TROUBLE =
  /(?:发现|反映|称|结果|存在|怀疑|属于)(?:其|该店?|是|有|里面?)?([\u4e00-\u9fa5]{2,18}?)(?=[，,。；;\n]|要求|$)/;
const LABELLED = /(?:事由|标题|主题|案由|反映事项)\s*[:：]\s*([^\n。；;]{2,60})/;

/** What a note is about in one line: labelled so, or what was bought and what was wrong with it; nothing where it does not say. */
export function extractTitle(written: string): Found[] {
  const title = titleIn(written.normalize('NFKC').slice(0, 20_000));
  return title ? [title] : [];
}

function titleIn(text: string): Found | undefined {
  const labelled = LABELLED.exec(text);
  if (labelled) return whole(labelled.index, labelled[0], labelled[1]!.trim());
  const goods = GOODS.exec(text);
  const trouble = TROUBLE.exec(text);
  if (!trouble || (!goods && trouble[1]!.length < 4)) return undefined;
  const first = goods && goods.index < trouble.index ? goods : undefined;
  const named = first && !trouble[1]!.includes(first[1]!) ? first[1]! : '';
  return whole(
    (first ?? trouble).index,
    text.slice((first ?? trouble).index, trouble.index + trouble[0].length),
    named + trouble[1]!,
  );
}

const whole = (from: number, text: string, value: string): Found => ({
  kind: 'title',
  from,
  to: from + text.length,
  text,
  value: value.slice(0, 60),
});
