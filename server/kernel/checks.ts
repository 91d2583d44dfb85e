import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify';
import { NUMBER_FORMATS } from '#shared/entities/identity.ts';
import { Refusal } from '#shared/kernel/errors.ts';

/** Formats that only tell a form how to ask. */
const TOLD = ['fen', 'thousandths', 'password'];
/** What we answer is not checked by its formats: what is stored is told as it is. */
const ANSWER_FORMATS = Object.fromEntries(
  [...TOLD, ...Object.keys(NUMBER_FORMATS)].map((format) => [format, true as const]),
);

/** Bodies are taken as they are, what stands in a URL is text and is read as its schema says. */
const BODY = checker({ coerceTypes: false });
const URL_PART = checker({ coerceTypes: true, useDefaults: true });

/**
 * Unknown fields are refused, wherever they stand. What checks and what writes is compiled at its first use: compiling every endpoint's
 * own took most of a start, and most of them are not used that day.
 */
export function useChecks(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema, httpPart }) =>
    httpPart === 'body'
      ? atFirst<Check>(() => told(BODY.compile(schema as object)))
      : atFirst<Check>(() => finite(URL_PART.compile(schema as object))),
  );
  app.setSerializerCompiler(({ schema }) => atFirst(() => written(schema)));
  app.setSchemaErrorFormatter((errors, part) => refusalOf(errors, part));
}

type Check = (data: Record<string, unknown>) => { error: Error } | { value: unknown };
type Write = (data: unknown) => string;

/** A function that is made when it is first called. */
function atFirst<F extends (data: never) => unknown>(make: () => F): F {
  let made: F | undefined;
  return ((data: never) => {
    made ??= make();
    return made(data);
  }) as F;
}

const written = (schema: object): Write => fastJsonStringify(schema, { ajv: { formats: ANSWER_FORMATS } });

function checker(options: { coerceTypes: boolean; useDefaults?: boolean }): Ajv {
  const ajv = new Ajv({ ...options, allErrors: false, removeAdditional: false, strict: false, $data: false });
  addFormats.default(ajv, ['date', 'date-time', 'email']);
  for (const told of TOLD) ajv.addFormat(told, true);
  for (const [format, adviceOf] of Object.entries(NUMBER_FORMATS))
    ajv.addFormat(format, (written: string) => adviceOf(written)?.problem !== 'damaged');
  return ajv;
}

const told =
  (check: ValidateFunction): Check =>
  (data) =>
    check(data) ? { value: data } : { error: check.errors as unknown as Error };

/** `?limit=Infinity` is a number to the checker; it is not one to us. */
function finite(check: ValidateFunction): Check {
  return (data) => {
    if (!check(data)) return { error: check.errors as unknown as Error };
    const wild = Object.keys(data).find((key) => typeof data[key] === 'number' && !Number.isSafeInteger(data[key]));
    return wild
      ? { error: [{ instancePath: `/${wild}`, keyword: 'type', params: {} }] as unknown as Error }
      : { value: data };
  };
}

/** Which field fails which rule; a missing version has its own code, so that a client learns to send it. */
function refusalOf(errors: FastifySchemaValidationError[], part: string): Refusal {
  const fields: Record<string, string> = {};
  for (const { instancePath, keyword, params } of errors) {
    const inner = (params.missingProperty ?? params.additionalProperty ?? '') as string;
    const path = [...instancePath.split('/').filter(Boolean), ...(inner ? [inner] : [])].join('.');
    const cut = keyword === 'format' && String(params.format) in NUMBER_FORMATS;
    if (fields[path] !== 'damaged') fields[path || part] = cut ? 'damaged' : keyword;
  }
  if (fields['version'] === 'required') return new Refusal('version_missing');
  return new Refusal(part === 'body' ? 'invalid_input' : 'invalid_query', { fields });
}
