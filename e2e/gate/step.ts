/** What a step found. A step that counts no tests of its own is one check: passed or failed. */
export interface StepOutcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
  /** How long each file of tests took, in seconds: what to look at when the gate has become slow. */
  readonly files?: readonly { readonly name: string; readonly seconds: number }[];
  /** A line for each test that failed: where it is, and the first of what it says. Repeated at the end of the gate. */
  readonly failures?: readonly string[];
}

/** One thing the gate looks at. */
export interface Step {
  readonly name: string;
  run(): Promise<StepOutcome>;
}

/** A check without tests inside: it holds or it does not. */
export function checked(holds: boolean, output: string): StepOutcome {
  return holds ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}
