/** `traceparent` of W3C Trace Context: version, trace, parent and flags, in hexadecimal. A later version may have more. */
const traceparent = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/**
 * The trace that whoever asks is following, such as a proxy of ours.
 * @param header the request's `traceparent`
 * @returns nothing when there is none, or it is not as it must be
 */
export function traceIdIn(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  const [, version, trace = '', parent = '', more] = traceparent.exec(header) ?? [];
  const isAsItMustBe = version === '00' ? more === undefined : version !== 'ff';
  return isAsItMustBe && isSomething(trace) && isSomething(parent) ? trace : undefined;
}

function isSomething(id: string): boolean {
  return /[^0]/.test(id);
}
