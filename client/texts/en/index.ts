import { board } from './board.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { freeze } from './freeze.ts';
import { front } from './front.ts';
import { helper } from './helper.ts';
import { ink } from './ink.ts';
import { interpret } from './interpret.ts';
import { invite } from './invite.ts';
import { join } from './join.ts';
import { journey } from './journey.ts';
import { keys } from './keys.ts';
import { list } from './list.ts';
import { meeting } from './meeting.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { search } from './search.ts';
import { sharing } from './sharing.ts';

export const en = {
  board,
  common,
  errors,
  freeze,
  front,
  helper,
  ink,
  interpret,
  invite,
  join,
  journey,
  keys,
  list,
  meeting,
  plan,
  problems,
  search,
  sharing,
};
