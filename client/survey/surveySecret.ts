import { useEffect, useState } from 'react';

/** The secret behind # in a survey's link; undefined where there is none, or not a whole one. It is taken out of the address at once. */
export function useSurveySecret(): string | undefined {
  const [secret] = useState(() => /^#([A-Za-z0-9_-]{43})$/.exec(location.hash)?.[1]);
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);
  return secret;
}
