import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, fetchPageOf } from './app/index.ts';
import { startTexts } from './texts/index.ts';
import { followColourScheme } from './ui/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

fetchPageOf(location.pathname);
followColourScheme();
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
