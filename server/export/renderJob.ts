import type { Day } from '@duken/shared/board';
import type { LetterLanguage } from '@duken/shared/letter';
import type { PaperCode } from '@duken/shared/paper';
import type { ToldReport } from '@duken/shared/programme';
import type { PaperSize, TileSize } from '@duken/shared/protocol';
import type { SheetLanguage, Template } from '@duken/shared/template';
import type { CutLetterRequest, LetterRequest } from '../letters/index.ts';
import type { ChosenNote } from './archivePackage.ts';
import type { NoteNotSet } from './noteThatCannotBeSet.ts';

/** What the rendering process is asked for and answers. Only plain values, so that they cross between processes. */
export type RenderJob =
  | {
      readonly kind: 'pdf' | 'docx' | 'txt';
      readonly letter: LetterRequest;
      /** The duk as SVG, as it is stored. */
      readonly picture: string;
    }
  | {
      readonly kind: 'pdf' | 'docx' | 'txt';
      /** Of a cut: its part of the duk is drawn with it. */
      readonly cut: CutLetterRequest;
    }
  | {
      readonly kind: 'pdf' | 'docx';
      /** Of the programme. */
      readonly report: {
        readonly report: ToldReport;
        readonly scope: 'own' | 'all';
        readonly language: LetterLanguage;
        /** The day of its numbers, and the moment in milliseconds since the epoch. */
        readonly day: Day;
        readonly toldAt: number;
      };
    }
  | {
      readonly kind: 'csv';
      /** A version as it is stored, or a cut of one. */
      readonly planJson: string;
      readonly isCut?: true;
      readonly language: LetterLanguage;
      /** How the version stands, in a word or two. */
      readonly standing: string;
    }
  | {
      readonly kind: 'svg';
      /** A version as it is stored, or a cut of one. */
      readonly planJson: string;
      readonly isCut?: true;
      readonly language: LetterLanguage;
    }
  | {
      /** The duk in parts that are read on paper. */
      readonly kind: 'tiles';
      readonly planJson: string;
      readonly size: TileSize;
      readonly language: LetterLanguage;
      /** Over all of it, as on a draft; '' for none. */
      readonly mark: string;
    }
  | { readonly kind: 'png'; readonly svg: string }
  | {
      /** The empty duk, to be printed. */
      readonly kind: 'paper';
      readonly size: PaperSize;
      readonly template: Template;
      readonly code: PaperCode;
      readonly language: SheetLanguage;
    }
  | {
      /** A whole package for the municipality's archive. */
      readonly kind: 'archive';
      readonly letter: LetterRequest;
      /** The duk as SVG, as it is stored. */
      readonly picture: string;
      readonly ground: string;
      readonly hasFolder: boolean;
      /** Of the contact log, as they were chosen. */
      readonly notes: readonly ChosenNote[];
    };

export type RenderAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  /** `reason` says what the renderer found wrong, for the log, without words of the plan; `note` is for whoever may read it. */
  | { readonly id: number; readonly reason: string; readonly note?: NoteNotSet };

export interface RenderRequest {
  readonly id: number;
  readonly job: RenderJob;
}
