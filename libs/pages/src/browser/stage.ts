/// <reference lib="dom" />
import { workFind } from './find.js';
import { goOn } from './go-on.js';
import { memory } from './place.js';
import { type About, Player } from './player.js';
import { Share } from './share.js';
import { Talk } from './talk.js';

/** A page with a player: its controls, its transcript and what can be shared of it know each other. */
const root = document.querySelector<HTMLElement>('[data-player]');
if (root) set(root);

function set(root: HTMLElement): void {
  const about = JSON.parse(root.querySelector('[data-about]')?.textContent ?? '{}') as About;
  const section = document.querySelector<HTMLElement>('[data-share]');
  let share: Share | undefined;
  const player = new Player(root, about, {
    place: memory(about.id, about.links),
    mayAsk: true,
    ...(section && { share: () => void share?.open('at') }),
  });
  goOn(player.deck.media, () => player.deck.start());
  const words = document.querySelector<HTMLElement>('[data-talk]');
  const talk = words ? new Talk(words, player.deck) : undefined;
  if (section) share = new Share(section, player.deck, talk);
  if (!talk) return;
  player.onMove = () => talk.move();
  talk.markLinked();
  talk.move();
  workTools(talk, share);
}

function workTools(talk: Talk, share: Share | undefined): void {
  const tools = talk.section.querySelector<HTMLElement>('[data-talk-tools]');
  if (!tools) return;
  tools.hidden = false;
  workFind(talk, tools);
  const button = tools.querySelector<HTMLElement>('[data-passage]');
  if (!button || !share || !talk.section.dataset['talk']) return;
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const isHere =
      selection !== null &&
      !selection.isCollapsed &&
      [selection.anchorNode, selection.focusNode].every((node) => talk.section.contains(node)) &&
      /\S\s+\S/.test(selection.toString());
    button.hidden = !isHere;
    if (isHere) void talk.times();
  });
  // The selection must outlive the press of the button.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const passage = await talk.chosen();
    if (passage) await share.open('passage', passage);
  });
}
