// An attacker in a process of its own: `attacker.ts <attack> <target as JSON>`. Says `ready`, begins when it is told
// anything, and ends when it is killed.
import { once } from 'node:events';
import { attackNames, attacks } from './attacks.ts';

const [, , name, target] = process.argv;
const attack = attackNames.find((known) => known === name);
if (!attack || !target) throw new Error(`Usage: attacker.ts ${attackNames.join('|')} <target>`);
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
await once(process, 'message');
await attacks[attack](JSON.parse(target));
