import { type TObject, type TProperties, type TSchema, Type } from 'typebox';
import { PageAsk, pageOf } from './paging.ts';

/** Several values of a filter, comma-separated as they stand in an address. */
export const several = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** What the doors of a list are made of: `finding` names the shape of a search in the API's description. */
export interface ListOfDoors<Can extends string, F extends TProperties, Row extends TSchema, Counts extends TSchema> {
  readonly url: `/api/${string}`;
  readonly can: Can;
  readonly filter: TObject<F>;
  readonly row: Row;
  readonly counts: Counts;
  readonly finding: string;
}

/**
 * The four doors of a list: its pages and counts by filters that stand in the address, and the same with words to find. What is typed
 * may be a name, so it travels in the body and never in an address.
 */
export function listDoors<Can extends string, F extends TProperties, Row extends TSchema, Counts extends TSchema>({
  url,
  can,
  filter,
  row,
  counts,
  finding,
}: ListOfDoors<Can, F, Row, Counts>) {
  const tags = [url.slice('/api/'.length)];
  const config = { can };
  const pages = { 200: pageOf(row) };
  const body = Type.Object(
    { ...filter.properties, ...PageAsk.properties, q: Type.Optional(Type.String({ maxLength: 60 })) },
    { $id: finding, additionalProperties: false },
  );
  const querystring = Type.Object({ ...filter.properties, ...PageAsk.properties });
  return {
    list: { method: 'GET', url, config, schema: { tags, querystring, response: pages } },
    counts: {
      method: 'GET',
      url: `${url}/counts`,
      config,
      schema: { tags, querystring: filter, response: { 200: counts } },
    },
    find: { method: 'POST', url: `${url}/find`, config, schema: { tags, body, response: pages } },
    findCounts: {
      method: 'POST',
      url: `${url}/find/counts`,
      config,
      schema: { tags, body, response: { 200: counts } },
    },
  } as const;
}
