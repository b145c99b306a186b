import type { Browser, Page } from 'playwright-core';
import type { Instance } from './instance.js';
import { until } from './processes.js';

export const owner = { name: 'Claire Morin', email: 'claire@example.org', password: 'a sentence works well' };

/** A page of the studio with whatever went wrong in it: errors of scripts and failed answers of the server. */
export interface StudioPage {
  page: Page;
  troubles: string[];
}

export async function openStudio(browser: Browser, locale = 'en-CA'): Promise<StudioPage> {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('response', (response) => {
    // 503 is what a server says that is just being stopped or started.
    if (response.status() >= 500 && response.status() !== 503) troubles.push(`${response.status()} ${response.url()}`);
  });
  return { page, troubles };
}

/** Follows the one-time link that the console printed and makes the owner. */
export async function setUp(page: Page, instance: Instance): Promise<void> {
  let link: string | undefined;
  await until(() => {
    link = /http\S+\/studio\/setup#token=\S+/.exec(instance.output())?.[0];
    return link !== undefined;
  });
  await page.goto(link!);
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: /Welcome/ }).waitFor();
}

export async function logIn(page: Page, instance: Instance): Promise<void> {
  await page.goto(`${instance.origin}/studio/login`);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(owner.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  // Without a show there is a welcome instead.
  await page.getByRole('heading', { name: /^(Today|Welcome)/ }).waitFor();
}

/** Creates a show in the form that the first screen leads to. `cover` is a picture's file. */
export async function createShow(page: Page, show: { title: string; category: string; cover: string }): Promise<void> {
  await page.getByRole('link', { name: 'Create a show' }).first().click();
  await page.getByLabel('Title').fill(show.title);
  await page.getByRole('combobox', { name: /^Category/ }).click();
  await page.getByRole('option', { name: show.category, exact: true }).click();
  await page.locator('input[type=file][accept*=image]').setInputFiles(show.cover);
  await page.getByRole('button', { name: 'Create the show' }).click();
  await page.getByText('Drop its first recording').first().waitFor();
}
