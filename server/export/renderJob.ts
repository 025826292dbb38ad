/** What the rendering process is asked for and answers. Only plain values, so that they cross between processes. */
export type RenderJob =
  | {
      readonly kind: 'pdf';
      /** A version as it is stored. */
      readonly planJson: string;
      /** The version before it, when there is one; '' when it is missing. */
      readonly previousPlanJson?: string;
      /** The duk as SVG. */
      readonly picture: string;
    }
  | {
      readonly kind: 'csv';
      /** A version as it is stored. */
      readonly planJson: string;
    }
  | { readonly kind: 'png'; readonly svg: string };

export type RenderAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  /** `reason` says what the renderer found wrong, for the log, without words of the plan. */
  | { readonly id: number; readonly reason: string };

export interface RenderRequest {
  readonly id: number;
  readonly job: RenderJob;
}
