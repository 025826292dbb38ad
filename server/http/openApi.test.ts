import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../testing/index.ts';

describe('the API and its description', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer();
  });
  afterAll(() => server.close());

  it('describes every route of the public interface, with its problems', async () => {
    const reply = await server.person().get('/api/openapi.json');
    expect(reply.statusCode).toBe(200);
    const { openapi, paths } = reply.json();
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).toEqual(
      expect.arrayContaining([
        'POST /api/boards',
        'GET /api/boards',
        'POST /api/boards/{boardId}/invitation',
        'POST /api/boards/{boardId}/join',
        'GET /api/boards/{boardId}/me',
        'GET /api/boards/{boardId}/participants',
        'GET /api/boards/{boardId}/links',
        'POST /api/boards/{boardId}/links',
        'DELETE /api/boards/{boardId}/links/{linkId}',
        'POST /api/boards/{boardId}/leader-link',
        'DELETE /api/boards/{boardId}/participants/{participantId}',
        'GET /api/boards/{boardId}/meetings',
        'POST /api/boards/{boardId}/meetings',
        'PATCH /api/boards/{boardId}/meetings/{meetingId}',
        'POST /api/boards/{boardId}/meetings/{meetingId}/freeze',
        'GET /api/boards/{boardId}/events',
        'GET /api/boards/{boardId}/plans',
        'GET /api/boards/{boardId}/plans/{version}',
        'GET /api/boards/{boardId}/plans/{a}/diff/{b}',
        'POST /api/demos/{demoId}',
      ]),
    );
    expect(paths['/api/boards'].post.requestBody.content['application/json'].schema.properties.title).toMatchObject({
      type: 'string',
      maxLength: 120,
    });
    expect(paths['/api/boards'].post.responses).toHaveProperty('201');
    expect(paths['/api/boards'].post.responses['4XX'].content).toHaveProperty('application/problem+json');
  });

  it('has a JSON Schema of each format that is kept', async () => {
    const { components } = (await server.person().get('/api/openapi.json')).json();
    const { PlanVersionFormat1: plan, DocumentSchema1: document } = components.schemas;
    expect(plan.properties.format).toEqual({ type: 'number', enum: [1] });
    expect(plan.required).toEqual(
      expect.arrayContaining(['plan', 'sheet', 'template', 'stateSha256', 'previousSha256']),
    );
    // What came after the format had shipped need not be there, and what comes later is no fault.
    expect(plan.properties.plan.required).not.toContain('vision');
    expect(plan).not.toHaveProperty('additionalProperties', false);
    expect(document.properties.duk.properties.schema).toEqual({ type: 'number', enum: [1] });
    expect(document.properties.notes.additionalProperties.required).toContain('text');
  });

  it('keeps answers out of every cache, and pages from being framed or told on', async () => {
    const reply = await server.person().get('/api/boards');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['referrer-policy']).toBe('no-referrer');
    expect(reply.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(reply.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(reply.headers).not.toHaveProperty('strict-transport-security');
  });
});
