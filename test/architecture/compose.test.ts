import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { SETTINGS } from '../../bots/config.ts';
import { readSettings } from '../../bots/read-settings.ts';

const ROOT = path.resolve(__dirname, '..', '..');
const service = z.object({
  image: z.string().optional(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z
    .object({ test: z.array(z.string()) })
    .loose()
    .optional(),
  configs: z.array(z.object({ source: z.string(), target: z.string() })).optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
});
const compose = z
  .strictObject({
    services: z.record(z.string(), service.strict()),
    configs: z.record(z.string(), z.object({ content: z.string() })),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(readFileSync(path.join(ROOT, 'compose.yaml'), 'utf8')));
const { services } = compose;

/** As Docker Compose reads it: `${NAME:-otherwise}`, and `$$` for `$`. */
const filledIn = (text: string) => text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replaceAll('$$', '$');

describe('compose.yaml', () => {
  test('sets only what the bot knows, and the bot takes it', () => {
    const environment = Object.fromEntries(
      Object.entries(services['bot']?.environment ?? {}).map(([name, value]) => [name, filledIn(value)]),
    );
    expect(Object.keys(environment).filter((name) => !(name in SETTINGS.shape))).toEqual([]);
    expect(readSettings(environment)).toMatchObject({
      REDIS_URL: expect.stringMatching(/^redis:/),
      MONGODB_URL: expect.stringMatching(/^mongodb:/),
    });
  });

  test('names services, volumes and files that are there', () => {
    for (const { depends_on = {}, volumes = [], configs = [] } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const has =
          services[name]?.healthcheck ?? (services[name]?.build ? readDockerfile().includes('HEALTHCHECK') : undefined);
        expect([name, condition === 'service_healthy' ? Boolean(has) : name in services]).toEqual([name, true]);
      }
      expect(volumes.filter((volume) => !((volume.split(':')[0] ?? '') in compose.volumes))).toEqual([]);
      expect(configs.filter(({ source }) => !(source in compose.configs))).toEqual([]);
    }
  });

  test('keeps what was acknowledged: Redis on the disk and never forgetting, MongoDB as a replica set', () => {
    const redis = services['redis']?.command?.join(' ');
    expect(redis).toContain('--appendonly yes');
    expect(redis).toContain('--maxmemory-policy noeviction');
    expect(services['redis']?.volumes).toEqual(['redis:/data']);
    expect(services['mongo']?.command).toContain('--replSet');
    expect(services['mongo']?.healthcheck?.test.join(' ')).toContain('rs.initiate');
    expect(services['bot']?.environment?.['MONGODB_URL']).toContain('replicaSet=rs0');
  });

  test('runs several processes behind one port, and MongoDB holds none of them up', () => {
    expect(services['bot']?.deploy?.replicas).toBeGreaterThan(1);
    expect(services['bot']?.ports).toBeUndefined();
    expect(services['bot']?.depends_on?.['mongo']?.condition).toBe('service_started');
    const front = filledIn(compose.configs['front']?.content ?? '');
    expect(front).toContain('proxy_pass http://$bot:3000;');
    expect(front).toContain('proxy_buffering off;');
    expect(front.split('{').length).toBe(front.split('}').length);
  });

  test('shows its servers to this machine alone, and pins what it runs', () => {
    for (const name of ['redis', 'mongo'])
      for (const port of services[name]?.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    for (const { image } of Object.values(services)) if (image) expect(image).toMatch(/:\d+\.\d+/);
  });
});

function readDockerfile(): string {
  return readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8');
}
