import { SiteController } from './site.controller.js';

export const siteControllers = [SiteController];
