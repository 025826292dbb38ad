export { Person } from './person.ts';
export { openTestServer, type TestServer } from './testServer.ts';
