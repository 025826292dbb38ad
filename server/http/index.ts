export { clientErrorSettings, handleOddRequests } from './clientError.ts';
export { closingSettings, handOverWhenClosing } from './closing.ts';
export { answerError, handleErrors } from './errorHandler.ts';
export { setSecurityHeaders } from './headers.ts';
export { healthRoutes } from './health.ts';
export {
  keepAliveMs,
  maxBodyBytes,
  minFreeDiskBytes,
  type RateLimits,
  rateLimits,
  requestTimeoutMs,
} from './limits.ts';
export { countRequests, metricsRoute } from './metrics.ts';
export { describeApi } from './openApi.ts';
export { type Names, publicOrigin, refuseForeignOrigins, refuseUnknownHosts } from './origin.ts';
export { servePages } from './pages.ts';
export { type FieldFault, problemReplies, sendProblem } from './problem.ts';
export { processMetrics } from './processMetrics.ts';
export { type LogSettings, logRequests, logSettings } from './requestLog.ts';
export type { ToSocket } from './toSocket.ts';
export { traceIdIn } from './traceId.ts';
