/** Who and what access is about. They stand here, below the board, so that both may speak of them. */
export type BoardId = string & { readonly kind: 'BoardId' };
export type ParticipantId = string & { readonly kind: 'ParticipantId' };

/** Whose voice a note carries (domain.md, "People"). */
export const voices = ['citizen', 'child', 'family', 'network', 'service'] as const;
export type Voice = (typeof voices)[number];
/** Also nobody's: what a round without names has laid. No person is ever given that one. */
export const noteVoices = [...voices, 'round'] as const;
export type NoteVoice = (typeof noteVoices)[number];
/** Stands where an author does, on what a round without names has laid. */
export const theRound = 'round' as ParticipantId;
/** What people choose among: `network` shares its paper, sign and word with `family`. */
export const voiceChoices = ['citizen', 'child', 'family', 'service'] as const satisfies readonly Voice[];
