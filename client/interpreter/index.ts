export { InterpreterView } from './InterpreterView.tsx';
