import type { LetterLanguage } from './letter.ts';
import { en } from './texts/en.ts';
import type { LetterTexts } from './texts/letterTexts.ts';
import { nb } from './texts/nb.ts';
import { nn } from './texts/nn.ts';

export const letterTexts: Readonly<Record<LetterLanguage, LetterTexts>> = { nb, nn, en };
