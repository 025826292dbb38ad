export { BoardUser, patience, soonMs } from './boardUser.ts';
export { openPost } from './openPost.ts';
export { Person } from './person.ts';
export { dukProgram, runDuk } from './runDuk.ts';
export { startServerProcess } from './serverProcess.ts';
export { type KeptBoard, showBoard } from './showBoard.ts';
export { originOf, type ServerProcess, spawnServer } from './spawnServer.ts';
export { openTestServer, type TestServer } from './testServer.ts';
export { Visitor } from './visitor.ts';
