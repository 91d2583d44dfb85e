import { say } from '#client/kernel/words.ts';
import type { Recipient } from '#shared/documents/form.ts';
import type { FormCode } from '#shared/documents/forms.ts';

/** A form as it is called on screen; one that bears a number is called as the paper it is. */
export const formName = (form: FormCode): string => say(`form.${form}`) ?? say(`paper.${form}`) ?? form;

/** For whom a paper is made: `致当事人`. */
export const toName = (to: Recipient): string => say(`document.to.${to}`) ?? to;

/** A place of papers as it is called on screen. */
export const placeName = (place: string): string => say(`place.${place}`) ?? place;

/** Whoever may put a paper in force, by what they do: `负责投诉受理决定的人员`. */
export const issuerName = (permission: string): string => say(`papers.issuer.${permission}`) ?? permission;
