import { GuestAnswers } from './guest-answers.js';
import { GuestController } from './guest.controller.js';

export const guestControllers = [GuestController];
export const guestProviders = [GuestAnswers];
