import { createContext } from '@lit/context';
import type { Actor } from '#shared/auth/permissions.ts';

/** Who is signed in, for every element that asks what they may do: the one thing that is global. */
export const actorContext = createContext<Actor>('actor');
