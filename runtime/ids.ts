import { ulid } from 'ulid';

/** A new id that sorts by time and never comes twice. */
export const newId = (): string => ulid();
