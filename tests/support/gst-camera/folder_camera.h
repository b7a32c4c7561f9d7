// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gst/base/gstpushsrc.h>
#include <gst/gst.h>

/* A camera for tests: a folder whose sub-folders, named WIDTHxHEIGHT@RATE, hold the JPEG frames of
 * one mode each, shown in the order of their names over and over. It is plugged in as long as the
 * folder is there. Files in the folder make it fail as real cameras do:
 *
 *   hang       delivers nothing as long as it is there, and stays listed
 *   hang-once  taken away when the camera starts; that start delivers one frame and then nothing
 *   refuse     cannot be started, as when another program has it
 */

G_BEGIN_DECLS

#define FOLDER_TYPE_CAMERA_SRC (folder_camera_src_get_type())
G_DECLARE_FINAL_TYPE(FolderCameraSrc, folder_camera_src, FOLDER, CAMERA_SRC, GstPushSrc)

#define FOLDER_TYPE_CAMERA (folder_camera_get_type())
G_DECLARE_FINAL_TYPE(FolderCamera, folder_camera, FOLDER, CAMERA, GstDevice)

#define FOLDER_TYPE_CAMERA_PROVIDER (folder_camera_provider_get_type())
G_DECLARE_FINAL_TYPE(FolderCameraProvider, folder_camera_provider, FOLDER, CAMERA_PROVIDER,
                     GstDeviceProvider)

/* What the camera in this folder can deliver. */
GstCaps* folder_camera_caps(const gchar* folder);

G_END_DECLS
