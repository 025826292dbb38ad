export { answerError, handleErrors } from './errorHandler.ts';
export { setSecurityHeaders } from './headers.ts';
export { healthRoutes } from './health.ts';
export { keepAliveMs, maxBodyBytes, type RateLimits, rateLimits, requestTimeoutMs } from './limits.ts';
export { describeApi } from './openApi.ts';
export { publicOrigin, refuseForeignOrigins } from './origin.ts';
export { servePages } from './pages.ts';
export { type FieldFault, type ProblemKind, problemReplies, sendProblem } from './problem.ts';
export { type LogSettings, logRequests, logSettings } from './requestLog.ts';
