/** For the environment of a server or a command that a test starts: they are the same program a hundred times. */
export function compiledOnce(): { readonly NODE_COMPILE_CACHE?: string } {
  // biome-ignore lint/style/noProcessEnv: where this run of tests keeps what Node has compiled
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}
