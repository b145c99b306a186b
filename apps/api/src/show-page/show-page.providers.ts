import { ShowPageController } from './show-page.controller.js';

export const showPageControllers = [ShowPageController];
