import { SubscriberController } from './subscriber.controller.js';

export const subscriberControllers = [SubscriberController];
