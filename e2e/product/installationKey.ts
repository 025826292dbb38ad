/** The key of installations whose servers have to share one. */
export const installationKey = Buffer.alloc(32, 7).toString('base64url');
