import type { Kysely } from 'kysely';
import type { KeyStore } from '../../sealing/index.ts';
import type { CaseKeysHere } from '../storage.ts';
import type { Tables } from './tables.ts';

/** Cases whose keys are asked for at once. */
const casesAtOnce = 500;

/** Looks for the key of every case that there is, and of those who are only proposed. */
export async function keysOfCases(db: Kysely<Tables>, keys: KeyStore): Promise<CaseKeysHere> {
  const here = { cases: 0, destroyed: 0, missing: 0 };
  for (let after = ''; ; ) {
    const boards = await db
      .selectFrom('boards')
      .select('id')
      .where('id', '>', after)
      .union(db.selectFrom('proposals').select('id').where('id', '>', after))
      .orderBy('id')
      .limit(casesAtOnce)
      .execute();
    const last = boards.at(-1);
    if (!last) return here;
    const found = await keys.find(boards.map(({ id }) => id));
    here.cases += boards.length;
    here.missing += boards.length - found.length;
    here.destroyed += found.filter(({ wrapped }) => wrapped === undefined).length;
    after = last.id;
  }
}
