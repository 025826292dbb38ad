// An attacker in a process of its own: `attacker.ts <attack> <target as JSON>`. Ends when it is killed.
import { attackNames, attacks } from './attacks.ts';

const [, , name, target] = process.argv;
const attack = attackNames.find((known) => known === name);
if (!attack || !target) throw new Error(`Usage: attacker.ts ${attackNames.join('|')} <target>`);
process.once('disconnect', () => process.exit(0));
await attacks[attack](JSON.parse(target));
