import type { FieldFault } from './problem.ts';

/** The part of a zod issue that the validator hands on. */
interface Issue {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
  readonly message?: string | undefined;
}

/**
 * What zod found, field by field, in bokmål. Never says what was sent: an answer can end up in a log.
 *
 * @param where 'params' when the fault is in the address
 */
export function fieldFaults(issues: readonly Issue[], where: string | undefined): readonly FieldFault[] {
  const place = where === 'params' || where === 'querystring' ? 'I adressen: ' : '';
  return issues.map((issue) => ({
    pointer: issue.instancePath === '/' ? '' : issue.instancePath,
    detail: `${place}${sentence(issue)}`,
  }));
}

function sentence({ keyword, params, message }: Issue): string {
  const { origin, minimum, maximum, values } = params;
  switch (keyword) {
    case 'invalid_type':
      return 'Mangler, eller er av feil slag.';
    case 'too_small':
      return origin === 'string' ? 'Kan ikke være tom.' : `Må være minst ${minimum}.`;
    case 'too_big':
      if (origin === 'string') return `Kan ha høyst ${maximum} tegn.`;
      return origin === 'array' ? `Kan ha høyst ${maximum} i listen.` : `Kan være høyst ${maximum}.`;
    case 'invalid_value':
      return Array.isArray(values) ? `Må være en av: ${values.join(', ')}.` : 'Er ikke et gyldig valg.';
    // What was sent is not said; the schema says what is known.
    case 'unrecognized_keys':
      return message ?? 'Kjenner ikke dette.';
    case 'invalid_format':
      return 'Har tegn som ikke kan brukes her.';
    default:
      return 'Er ikke en gyldig verdi.';
  }
}
