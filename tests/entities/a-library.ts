import type { Entity, EntityFiling } from '#shared/entities/entity.schema.ts';
import { type Asker, anEntity } from '#tests/support/world.ts';

/** Files entities as one person, each with what it is about. */
export const filer =
  (as: Asker) =>
  async (change: Partial<EntityFiling> = {}): Promise<Entity> => {
    const { code, ...rest } = anEntity(change);
    const coded = rest.kind === 'person' || rest.noCodeReason ? rest : { ...rest, code };
    const answer = await as.post('/api/entities', coded);
    if (answer.statusCode !== 201) throw new Error(answer.body);
    return answer.json();
  };
