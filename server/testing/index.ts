export { BoardUser, patience } from './boardUser.ts';
export { Person } from './person.ts';
export { originOf, type ServerProcess, startServerProcess } from './serverProcess.ts';
export { openTestServer, type TestServer } from './testServer.ts';
