import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { elements, text } from '../html.ts';
import { starterSite, type TestSite } from '../site.ts';
import { deadLinks, parseXml, validationFindings } from './sound.ts';

let site: TestSite;

beforeAll(async () => {
  site = await starterSite('starter');
});

describe('the site as it is cloned', () => {
  test('has no finding of html-validate', async () => {
    expect(await validationFindings(site)).toEqual([]);
  });
  test('has no link that leads nowhere', () => {
    expect(deadLinks(site)).toEqual([]);
  });
});
