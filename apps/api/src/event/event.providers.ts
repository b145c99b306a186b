import { EventController } from './event.controller.js';

export const eventControllers = [EventController];
