import type { Config } from '../config.ts';
import { addKey, type RotationFailure, rotateKey } from '../sealing/index.ts';
import type { Storage } from '../storage/index.ts';
import { type Command, count } from './command.ts';
import { keyFailureText, openPlace, placeOf } from './openPlace.ts';

export const keyCommand: Command = {
  usage: [
    ['duk key rotate', 'changes the installation’s key while the server runs; killed in the middle, run it again'],
    ['duk key add', 'puts a new key before the old one and uses it for nothing yet, when each server has its own copy'],
  ],
  async run(args, config) {
    const [name = '', ...others] = args;
    const act = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
    if (!act || others.length > 0) return undefined;
    const storage = await openPlace(placeOf(config));
    if (!storage.ok) return cannot(storage.failure);
    try {
      return await act(storage.value, config);
    } finally {
      await storage.value.close();
    }
  },
};

const acts = { rotate, add };

async function rotate(storage: Storage, config: Config): Promise<number> {
  const rotated = await rotateKey(what(storage, config), config.redisUrl !== undefined);
  if (!rotated.ok) return cannot(failureText(rotated.failure));
  const { count: wrapped, by, damaged, file } = rotated.value;
  const isNew = wrapped > 0;
  if (isNew) console.log(`${count(wrapped, 'key')} of ${storage.place} wrapped anew by the key ${by}.`);
  else console.log(`No new key was made: ${storage.place} is wrapped by the key ${by} since before.`);
  if (damaged.length > 0) {
    console.error(
      `These cases have a damaged key, and the old key stays until they are mended:\n${damaged.join('\n')}`,
    );
    return 1;
  }
  console.log(whatIsLeft(file, isNew, config.redisUrl !== undefined));
  return 0;
}

function whatIsLeft(file: string | undefined, isNew: boolean, areSeveral: boolean): string {
  if (file === undefined)
    return 'Set DUK_KEY to the first key alone, for every server; the old one opens nothing any more.';
  const elsewhere = areSeveral ? ', and put this file where every other server reads it' : '';
  const copy = `Take a new copy of the keys, over the last one${elsewhere}.`;
  return isNew
    ? `${file} holds the new key alone; the old one opens nothing any more. ${copy}`
    : `${file} holds that key alone: what an earlier change had left in it is gone. ${copy} For a new key run this once more.`;
}

async function add(storage: Storage, config: Config): Promise<number> {
  const added = await addKey(what(storage, config));
  if (!added.ok) return cannot(failureText(added.failure));
  console.log(
    `${added.value.file} holds a new key and the old one. Put this file where every server reads it, and then run duk key rotate.`,
  );
  return 0;
}

function what({ keyring, place }: Storage, { keys, dataDir }: Config) {
  return { keyring, place, settings: keys, dataDir };
}

function failureText(failure: RotationFailure): string {
  switch (failure.kind) {
    case 'rotationUnderWay':
      return 'another is changing it just now';
    case 'newKeyNeeded':
      return 'DUK_KEY says it; set DUK_KEY to a new key, a comma and the old one for every server, start each anew, and run duk key rotate with the same';
    case 'copiesNeeded':
      return `several servers share this database; run duk key add, put ${failure.file} where every server reads it, and then run this again`;
    case 'keyFileKept':
      return `${failure.file} cannot be changed (${failure.reason})`;
    default:
      return keyFailureText(failure);
  }
}

function cannot(reason: string): number {
  console.error(`Cannot change the key: ${reason}.`);
  return 2;
}
