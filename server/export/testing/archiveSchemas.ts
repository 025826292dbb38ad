/**
 * The folder with KS's Fiks Arkiv schemas, which are not ours to bring along: `.ci/run` names it where they lie beside the repository.
 * Undefined where they are not at hand.
 */
// biome-ignore lint/style/noProcessEnv: no setting of the product, but where a tool of the tests lies
export const archiveSchemas = process.env.DUK_ARCHIVE_SCHEMAS;
