import { board } from './board.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { helper } from './helper.ts';
import { ink } from './ink.ts';
import { interpret } from './interpret.ts';
import { join } from './join.ts';
import { journey } from './journey.ts';
import { list } from './list.ts';
import { problems } from './problems.ts';
import { search } from './search.ts';
import { sheet } from './sheet.ts';

export const uk = { board, common, errors, helper, ink, interpret, join, journey, list, problems, search, sheet };
