import { InvitationController } from './invitation.controller.js';
import { MemberController } from './member.controller.js';

export const memberControllers = [MemberController, InvitationController];
