export { App } from './App.tsx';
export { fetchPageOf } from './routes.tsx';
