import {
  dueColumn,
  kindColumn,
  lightColumn,
  type MixedRow,
  nextColumn,
  numberColumn,
  returnsColumn,
  stripColumn,
  subjectColumn,
  titleColumn,
} from '#client/dossiers/spine-columns.ts';
import type { Column } from '#client/elements/grid/column.ts';
import { t } from '#client/kernel/words.ts';

/** The desk's columns (S02): what, whose, what next, until when; the number's letters tell the ledger. */
export function deskColumns(): Column<never>[] {
  const columns: Column<MixedRow & { readonly returns: number }>[] = [
    { ...lightColumn(), sort: false },
    numberColumn(),
    { ...kindColumn(), hidden: true },
    { ...titleColumn(), label: t('column.item') },
    { ...subjectColumn(), label: t('column.about') },
    nextColumn(),
    dueColumn(),
    stripColumn(),
    returnsColumn(),
  ];
  return columns as unknown as Column<never>[];
}
