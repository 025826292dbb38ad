import { describe, expect, it } from 'vitest';
import { readConfig, startFault } from './config.ts';
import { usualLimits } from './limitSettings.ts';

describe('settings', () => {
  it('have defaults for somebody who sets nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      value: {
        port: 3000,
        host: '127.0.0.1',
        dataDir: `${process.cwd()}/data`,
        databaseUrl: undefined,
        redisUrl: undefined,
        keys: {},
        publicUrl: undefined,
        smtpUrl: undefined,
        smsUrl: undefined,
        mailFrom: undefined,
        hosts: [],
        logLevel: 'info',
        limits: usualLimits,
        eraseAfterDays: 365,
        intakeEraseAfterDays: 90,
        staff: { idleMs: 30 * 60_000, ageMs: 10 * 3_600_000 },
        trustedProxies: [],
      },
    });
  });

  it('are taken as they are set', () => {
    const read = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DUK_DATA_DIR: '/srv/duk',
      DUK_PUBLIC_URL: 'https://duk.example.no',
      DUK_DATABASE_URL: 'postgres://duk:secret@localhost/duk',
      DUK_HOSTS: 'duk.lokal, duk-1',
      DUK_KEY: `${'A'.repeat(43)}, ${'B'.repeat(42)}A`,
      DUK_KEYS_DIR: '/srv/keys',
      DUK_LOG_LEVEL: 'debug',
      DUK_STAFF_IDLE_MINUTES: '15',
      DUK_STAFF_HOURS: '8',
      DUK_CHILD_CONTACT: ' Helsesykepleier Kari, Fjellhamar skole,  67 93 40 00',
      DUK_ACCESSIBILITY_CONTACT: 'uu@kommune.no',
      DUK_ARCHIVE_GROUND: ' offl. § 13  jf. fvl. § 13 ',
      DUK_INDIVIDUAL_PLAN_LAW: 'pbrl. § 2-5',
      DUK_ERASE_AFTER_DAYS: '90',
      DUK_INTAKE_ERASE_AFTER_DAYS: '30',
      DUK_TRUST_PROXY: '10.0.0.5, fd00::/64,loopback',
      DUK_REDIS_URL: 'rediss://:secret@localhost:6379/1',
      DUK_SMTP_URL: 'smtp://duk:secret@mail.example.no:587',
      DUK_SMS_URL: 'https://duk:secret@sms.example.no/send?from=Duken',
      DUK_MAIL_FROM: 'duken@kommune.no',
    });
    const publicUrl = new URL('https://duk.example.no');
    expect(read).toEqual({
      ok: true,
      value: {
        port: 8080,
        host: '0.0.0.0',
        dataDir: '/srv/duk',
        databaseUrl: 'postgres://duk:secret@localhost/duk',
        redisUrl: 'rediss://:secret@localhost:6379/1',
        keys: {
          keys: [new Uint8Array(32), Buffer.from(`${'B'.repeat(42)}A`, 'base64url')].map((key) => Buffer.from(key)),
          keysDir: '/srv/keys',
        },
        publicUrl,
        smtpUrl: new URL('smtp://duk:secret@mail.example.no:587'),
        smsUrl: new URL('https://duk:secret@sms.example.no/send?from=Duken'),
        mailFrom: 'duken@kommune.no',
        hosts: ['duk.lokal', 'duk-1'],
        logLevel: 'debug',
        limits: usualLimits,
        childContact: { name: 'Helsesykepleier Kari, Fjellhamar skole', phone: '67 93 40 00' },
        accessibilityContact: 'uu@kommune.no',
        archiveGround: 'offl. § 13 jf. fvl. § 13',
        individualPlanLaw: 'pbrl. § 2-5',
        eraseAfterDays: 90,
        intakeEraseAfterDays: 30,
        staff: { idleMs: 15 * 60_000, ageMs: 8 * 3_600_000 },
        trustedProxies: ['10.0.0.5', 'fd00::/64', 'loopback'],
      },
    });
  });

  it.each([
    ['PORT', 'åtti'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['HOST', 'http://localhost'],
    ['DUK_HOSTS', 'http://duk.lokal'],
    ['DUK_HOSTS', 'duk.lokal:3000'],
    ['DUK_PUBLIC_URL', 'duk.example.no'],
    ['DUK_PUBLIC_URL', 'ftp://duk.example.no'],
    ['DUK_PUBLIC_URL', 'https://duk.example.no/duken'],
    ['DUK_LIMITS_PEOPLE', 'mange'],
    ['DUK_LIMITS_PEOPEL', '200'],
    ['DUK_LOG_LEVEL', 'loud'],
    ['DUK_STAFF_IDLE_MINUTES', '0'],
    ['DUK_STAFF_IDLE_MINUTES', 'en halv time'],
    ['DUK_STAFF_HOURS', '25'],
    ['DUK_CHILD_CONTACT', 'Helsesykepleier'],
    ['DUK_ACCESSIBILITY_CONTACT', 'kommunen'],
    ['DUK_CHILD_CONTACT', 'Helsesykepleier, ring oss'],
    ['DUK_ARCHIVE_GROUND', '  '],
    ['DUK_ARCHIVE_GROUND', 'x'.repeat(201)],
    ['DUK_INDIVIDUAL_PLAN_LAW', '  '],
    ['DUK_ERASE_AFTER_DAYS', '0'],
    ['DUK_INTAKE_ERASE_AFTER_DAYS', '0'],
    ['DUK_ERASE_AFTER_DAYS', 'et år'],
    ['DUK_DATABASE_URL', 'mysql://localhost/duk'],
    ['DUK_DATABASE_URL', 'postgres://localhost'],
    ['DUK_DATABASE_URL', 'localhost/duk'],
    ['DUK_DATABASE_URL', 'postgres://duk:12/secret@localhost/duk'],
    ['DUK_SMS_URL', 'sms.example.no'],
    ['DUK_SMS_URL', 'smtp://sms.example.no'],
    ['DUK_SMTP_URL', 'mail.example.no'],
    ['DUK_SMTP_URL', 'http://mail.example.no'],
    ['DUK_SMTP_URL', 'smtp://mail.example.no/duk'],
    ['DUK_MAIL_FROM', 'Duken'],
    ['DUK_REDIS_URL', 'localhost:6379'],
    ['DUK_REDIS_URL', 'http://localhost:6379'],
    ['DUK_REDIS_URL', 'redis://'],
    ['DUK_REDIS_URL', 'redis://localhost/duk'],
    ['DUK_REDIS_URL', 'redis://:12/secret@localhost'],
    ['DUK_REDIS_URL', 'redis://:12#secret@localhost'],
    ['DUK_REDIS_URL', 'redis://duk?secret@localhost'],
    ['DUK_TRUST_PROXY', 'true'],
    ['DUK_TRUST_PROXY', '1'],
    ['DUK_TRUST_PROXY', '10.0.0.0/33'],
    ['DUK_TRUST_PROXY', '10.0.0.5,,10.0.0.6'],
  ])('that cannot be used are named, with what they must be: %s=%s', (setting, value) => {
    const read = readConfig({ [setting]: value });
    expect(read).toMatchObject({ ok: false, failure: { kind: 'badSetting', setting } });
    if (!read.ok) expect(read.failure.rule).toMatch(/^must be((?!secret).)*$/);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '192.0.2.1' }, false],
    [{ HOST: '0.0.0.0', DUK_PUBLIC_URL: 'http://duk.example.no' }, false],
    [{ DUK_PUBLIC_URL: 'http://duk.example.no' }, false],
    [{ HOST: '0.0.0.0', DUK_PUBLIC_URL: 'http://localhost:3000' }, false],
    [{ HOST: '0.0.0.0', DUK_PUBLIC_URL: 'https://duk.example.no' }, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1', DUK_PUBLIC_URL: 'http://localhost:3000' }, true],
  ])('let a server be started that others than this machine reach by https alone: %j', (set, isTaken) => {
    const read = readConfig(set);
    const fault = read.ok ? startFault(read.value) : undefined;
    expect([read.ok, fault?.setting]).toEqual([true, isTaken ? undefined : 'DUK_PUBLIC_URL']);
  });

  it('that are set to nothing count as unset', () => {
    expect(readConfig({ PORT: '', DUK_DATABASE_URL: '', DUK_REDIS_URL: '' })).toEqual(readConfig({}));
  });

  it('that join servers need the database that they share', () => {
    expect(readConfig({ DUK_REDIS_URL: 'redis://localhost' })).toMatchObject({
      ok: false,
      failure: { setting: 'DUK_REDIS_URL', rule: expect.stringContaining('DUK_DATABASE_URL') },
    });
  });
});
